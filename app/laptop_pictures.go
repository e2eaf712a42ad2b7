package app

import "convene/workshop"

// mostPictures is how many pictures the notes of one session show: with the
// largest, its bundle can still be carried.
const mostPictures = 100

// MayPicture says why no picture can be put there now, or nil. It is asked
// before a picture is unpacked and kept.
func (l *Laptop) MayPicture(n NewNote) error {
	if _, err := words(n.Text, mostNote); err != nil {
		return err
	}
	board, run, err := l.boardFor(n.Activity)
	if err != nil {
		return err
	}
	// Whether a picture is a sketch or a photo is not to be told from it.
	if err := takes(run, workshop.MediaSketch, workshop.MediaPhoto); err != nil {
		return err
	}
	if run != nil && run.Settings.Private(run.Kind) && run.State == workshop.RunOpen {
		return Refuse("picture-private", "Pictures can be added once the notes are shown to all.",
			"Nothing was added. A picture would be on the other laptops before the others are meant to see it.")
	}
	if _, err := l.planNote(board, run, n); err != nil {
		return err
	}
	shown := 0
	for i := range l.View().Notes {
		if !l.View().Notes[i].Picture.Zero() {
			shown++
		}
	}
	if shown >= mostPictures {
		return Refuse("picture-many", "This session holds as many pictures as it can carry.",
			"Nothing was added. Take pictures away that are no longer needed.")
	}
	return nil
}

// AddPicture puts a picture that is kept here on a board, as a note whose
// words say what is to be seen.
func (l *Laptop) AddPicture(n NewNote, picture workshop.PictureView) (string, error) {
	if err := l.MayPicture(n); err != nil {
		return "", err
	}
	return l.addNote(n, picture)
}
