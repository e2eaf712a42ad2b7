package outcome

import (
	"strings"
	"testing"

	"convene/workshop"
)

// pictured is a board with a note that shows a picture of a size, and one that says how one would look like.
func pictured(wide, tall int) *workshop.View {
	board := made(1)
	return &workshop.View{
		People:     []workshop.PersonView{{Person: somebody(1), Name: "Jonas"}},
		Activities: []workshop.ActivityView{{ID: board, Kind: workshop.ActivityBrainstorm, Title: "Wells"}},
		Runs:       []workshop.RunView{{ID: made(2), Activity: board, Kind: workshop.ActivityBrainstorm, State: workshop.RunClosed}},
		Notes: []workshop.NoteView{
			{ID: made(3), Activity: board, Author: somebody(1), Text: "The well at noon", Order: "a", Picture: workshop.PictureView{Hash: [32]byte{0xab}, Type: workshop.PicturePNG, Wide: wide, Tall: tall}},
			{ID: made(4), Activity: board, Author: somebody(1), Text: `" href="picture-0123456789abcdef.png`, Order: "b"},
		},
	}
}

func boardSVG(t *testing.T, v *workshop.View, p Profile) string {
	t.Helper()
	for name, svg := range Pictures(v, Options{Profile: p}) {
		if strings.HasSuffix(name, "board.svg") {
			if err := wellFormed(string(svg)); err != nil {
				t.Fatal(err)
			}
			return string(svg)
		}
	}
	t.Fatal("the record has no board")
	return ""
}

func TestABoardShowsThePicturesOfItsNotes(t *testing.T) {
	for _, size := range []struct{ wide, tall, height int }{{400, 200, 96}, {4000, 10, photoLeast}, {10, 4000, photoMost}, {1, 65535, photoMost}} {
		v := pictured(size.wide, size.tall)
		svg := boardSVG(t, v, ProfileNames)
		if want := `width="192" height="` + itoa(size.height) + `" href="` + strings.TrimPrefix(PictureName(&v.Notes[0]), "assets/") + `"`; !strings.Contains(svg, want) {
			t.Errorf("a picture of %d x %d pixels: no %s in\n%s", size.wide, size.tall, want, svg)
		}
		if n := strings.Count(svg, "<image "); n != 1 || strings.Count(svg, ` href="`) != 1 {
			t.Errorf("%d pictures, or one that somebody wrote, in\n%s", n, svg)
		}
		if !strings.Contains(svg, "The well at noon") {
			t.Error("the words of the picture are missing")
		}
	}
}

func TestARecordWithoutNamesShowsNoPictures(t *testing.T) {
	if svg := boardSVG(t, pictured(400, 200), ProfileNone); strings.Contains(svg, "<image") || !strings.Contains(svg, "The well at noon") {
		t.Errorf("drawn:\n%s", svg)
	}
}
