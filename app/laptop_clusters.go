package app

import "convene/workshop"

// AddCluster makes a named group on the board that is being sorted, and moves
// notes into it.
func (l *Laptop) AddCluster(name string, notes []string) (id string, err error) {
	err = l.gesture(func() error {
		name, err := words(name, mostTitle)
		if err != nil {
			return err
		}
		if err := l.mayCluster(len(notes)); err != nil {
			return err
		}
		board, err := l.sortedBoard(notes)
		if err != nil {
			return err
		}
		last := ""
		for _, c := range l.View().ClustersOn(board) {
			last = max(last, c.Order)
		}
		order, err := l.order(last, "")
		if err != nil {
			return err
		}
		ops := []workshop.Op{workshop.AddCluster(board, name, order)}
		for _, n := range notes[:min(len(notes), mostDraftOps)] {
			note, err := l.find(n, workshop.KindNote)
			if err != nil {
				return err
			}
			ops = append(ops, workshop.Set(note, workshop.FieldCluster, workshop.Ref(workshop.Self(0))))
		}
		made, err := l.put(ops...)
		id = firstOf(made)
		return err
	})
	return id, err
}

// sortedBoard is the board that a new cluster belongs to: that of its notes,
// else the one that is being sorted or was shown last.
func (l *Laptop) sortedBoard(notes []string) (workshop.RecordID, error) {
	v := l.View()
	for _, text := range notes {
		id, err := l.find(text, workshop.KindNote)
		if err != nil {
			return id, err
		}
		for i := range v.Notes {
			if v.Notes[i].ID == id {
				return v.Notes[i].Activity, nil
			}
		}
	}
	if run := l.s.CurrentRun(); run != nil && !run.Source.Zero() {
		return run.Source, nil
	}
	for i := len(v.Runs) - 1; i >= 0; i-- {
		if !v.Runs[i].Source.Zero() {
			return v.Runs[i].Source, nil
		}
	}
	return workshop.RecordID{}, Refuse("clusters-closed", "There is no board to sort at the moment.", "Open an activity that collects or sorts notes first.")
}

// EditCluster gives a cluster another name.
func (l *Laptop) EditCluster(cluster, name string) error {
	return l.gesture(func() error {
		name, err := words(name, mostTitle)
		if err != nil {
			return err
		}
		id, err := l.find(cluster, workshop.KindCluster)
		if err != nil {
			return err
		}
		if err := l.sortsHere(); err != nil {
			return err
		}
		return l.rewrite(id, name)
	})
}

// RemoveCluster takes a cluster away; its notes become loose.
func (l *Laptop) RemoveCluster(cluster string) error {
	return l.gesture(func() error {
		id, err := l.find(cluster, workshop.KindCluster)
		if err != nil {
			return err
		}
		if err := l.sortsHere(); err != nil {
			return err
		}
		_, err = l.put(workshop.Delete(id))
		return err
	})
}
