package app

import "convene/workshop"

// What a sorting asks of who sorts, in sentences. The log holds who may; the
// rest is asked where people are.

// sorting is the run in which a board is being sorted now, or nil.
func (l *Laptop) sorting() *workshop.RunView {
	run := l.s.CurrentRun()
	if run == nil || run.Kind != workshop.ActivityCluster || run.State != workshop.RunOpen {
		return nil
	}
	return run
}

// sortsHere says who sorts, where the person here does not.
func (l *Laptop) sortsHere() error {
	run := l.sorting()
	switch {
	case run == nil || run.Sorts(l.me, l.s.Role(l.me)):
		return nil
	case run.Settings.Sorters() == workshop.SortHosts:
		return Refuse("sort-hosts", "Here the hosts of the groups sort.", "Nothing was changed. Tell a host what belongs together.")
	}
	return Refuse("sort-facilitators", "Here the facilitators sort.", "Nothing was changed. Tell a facilitator what belongs together.")
}

// mayCluster says when so many notes cannot become a cluster of their own.
func (l *Laptop) mayCluster(notes int) error {
	if run := l.sorting(); run != nil && run.Settings.Merging() {
		return Refuse("merge-only", "Here notes that say the same become one; groups are not made.", "Choose two notes that say the same, and make one of them.")
	}
	return l.maySort(workshop.RecordID{}, notes)
}

// maySort says when so many notes cannot go into a cluster, or into one of
// their own: because others sort, because clusters only get names, or because
// a cluster takes no more than a pair for now.
func (l *Laptop) maySort(cluster workshop.RecordID, more int) error {
	if err := l.sortsHere(); err != nil {
		return err
	}
	run := l.sorting()
	switch {
	case run == nil:
		return nil
	case run.Settings.NameOnly() && len(l.View().ClustersOn(run.Source)) > 0 && more > 0:
		return Refuse("names-only", "Here the groups get names; notes stay where they are.", "Give a group its name. To move notes, sort the board again first.")
	case !run.PairsOnly() || cluster.Zero() && more <= 2:
		return nil
	}
	for i := range l.View().Notes {
		if !cluster.Zero() && l.View().Notes[i].Cluster == cluster {
			more++
		}
	}
	if more <= 2 {
		return nil
	}
	return Refuse("pairs-first", "First look for pairs: two notes that belong together.", "Nothing was moved. Larger groups come in the next step.")
}

// mayLoosen says when notes cannot be taken out of their clusters.
func (l *Laptop) mayLoosen() error {
	if err := l.sortsHere(); err != nil {
		return err
	}
	if run := l.sorting(); run != nil && run.Settings.NameOnly() && len(l.View().ClustersOn(run.Source)) > 0 {
		return Refuse("names-only", "Here the groups get names; notes stay where they are.", "Give a group its name. To move notes, sort the board again first.")
	}
	return nil
}

// mayRegroup says when notes cannot go into a cluster, or out of theirs where
// none is named.
func (l *Laptop) mayRegroup(notes []workshop.RecordID, cluster workshop.RecordID) error {
	more := 0
	for _, id := range notes {
		if n := l.View().Note(id); n != nil && n.Cluster != cluster {
			more++
		}
	}
	switch {
	case more == 0:
		return l.sortsHere()
	case cluster.Zero():
		return l.mayLoosen()
	}
	return l.maySort(cluster, more)
}
