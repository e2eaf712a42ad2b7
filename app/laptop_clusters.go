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
		if len(notes) > mostNotes {
			return errTooMany()
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
		found := make([]workshop.RecordID, 0, len(notes))
		for _, n := range notes {
			note, err := l.find(n, workshop.KindNote)
			if err != nil {
				return err
			}
			found = append(found, note)
		}
		made, err := l.placeCluster(workshop.AddCluster(board, name, order), found)
		if len(made) > 0 {
			id = firstOf(made[0].id)
		}
		l.oneStep(made)
		return err
	})
	return id, err
}

// placeCluster writes a cluster and puts notes into it, in as few changes as the rules allow.
func (l *Laptop) placeCluster(cluster workshop.Op, notes []workshop.RecordID) ([]doneMany, error) {
	into := func(notes []workshop.RecordID, cluster workshop.RecordID) (ops []workshop.Op) {
		for _, note := range notes {
			ops = append(ops, workshop.Set(note, workshop.FieldCluster, workshop.Ref(cluster)))
		}
		return ops
	}
	first := notes[:min(len(notes), mostDraftOps-1)]
	made, err := l.placeMany(append([]workshop.Op{cluster}, into(first, workshop.Self(0))...))
	if err != nil || len(made) == 0 {
		return made, err
	}
	rest, err := l.placeMany(into(notes[len(first):], workshop.RecordID{Change: made[0].id}))
	return append(made, rest...), err
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
