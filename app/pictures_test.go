package app

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/hex"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func drawnPNG(t *testing.T, wide, tall int) []byte {
	t.Helper()
	var raw bytes.Buffer
	must(t, png.Encode(&raw, image.NewGray(image.Rect(0, 0, wide, tall))))
	return raw.Bytes()
}

func TestAPictureIsANoteOnEveryLaptopAndAFileOfTheRecord(t *testing.T) {
	amina, ben := pair(t)
	board, err := amina.AddActivity(t.Context(), amina.session, NewActivity{Kind: ActivityBrainstorm, Title: "Open", Settings: Settings{"visibility": "public"}})
	must(t, err)
	opens(t, amina, ben)
	at := &Spot{X: 40, Y: 60}
	_, err = ben.PutPicture(t.Context(), ben.session, drawnPNG(t, 40, 30), NewNote{Text: " ", Activity: board})
	refused(t, err, "text-empty")
	_, err = ben.PutPicture(t.Context(), ben.session, []byte("<svg xmlns='http://www.w3.org/2000/svg'/>"), NewNote{Text: "x", Activity: board})
	refused(t, err, "picture-unusable")
	id, err := ben.PutPicture(t.Context(), ben.session, drawnPNG(t, 40, 30), NewNote{Text: "The well at noon", Activity: board, At: at})
	must(t, err)
	inSync(t, amina, ben)
	shown := amina.view().Notes
	if len(shown) != 1 || shown[0].ID.String() != id || shown[0].Picture.Wide != 40 || shown[0].Picture.Tall != 30 || shown[0].X != 40 {
		t.Fatalf("amina sees %+v", shown)
	}
	hash := hex.EncodeToString(shown[0].Picture.Hash[:])
	var part PictureChunk
	within(t, time.Minute, "amina has its pixels", func() bool {
		part, err = amina.PicturePart(t.Context(), amina.session, hash, 0)
		return err == nil
	})
	pixels, err := base64.StdEncoding.DecodeString(part.Data)
	must(t, err)
	if size, err := png.DecodeConfig(bytes.NewReader(pixels)); err != nil || size.Width != 40 || part.Type != "image/png" || part.Size != len(pixels) {
		t.Errorf("%+v %v", part, err)
	}
	_, err = amina.PicturePart(t.Context(), amina.session, strings.Repeat("00", 32), 0)
	refused(t, err, "picture-away")
	_, err = amina.PicturePart(t.Context(), amina.session, "../identity", 0)
	refused(t, err, "picture-away")

	report, err := amina.SaveRecord(t.Context(), amina.session, RecordWish{Profile: "names"}, t.TempDir())
	must(t, err)
	text, err := os.ReadFile(report)
	must(t, err)
	name := "assets/picture-" + hash[:16] + ".png"
	if !strings.Contains(string(text), "The well at noon (Ben) – [picture]("+name+")") {
		t.Errorf("the report does not show it:\n%s", text)
	}
	if kept, err := os.ReadFile(filepath.Join(filepath.Dir(report), name)); err != nil || !bytes.Equal(kept, pixels) {
		t.Errorf("the file: %v", err)
	}
	boards, err := filepath.Glob(filepath.Join(filepath.Dir(report), "assets", "*-board.svg"))
	must(t, err)
	if len(boards) != 1 {
		t.Fatalf("boards: %v", boards)
	}
	saved, err := os.ReadFile(boards[0])
	must(t, err)
	preview, err := amina.PreviewRecord(t.Context(), amina.session, RecordWish{Profile: "names"})
	must(t, err)
	for where, drawn := range map[string]string{"saved": string(saved), "in the window": drawingIn(t, preview.HTML)} {
		if !strings.Contains(drawn, `href="data:image/jpeg;base64,`) {
			t.Errorf("the board %s does not show it:\n%s", where, drawn)
		}
	}
	must(t, ben.Undo(t.Context(), ben.session))
	inSync(t, amina, ben)
	if left := amina.view().Notes; len(left) != 0 {
		t.Errorf("after undo: %+v", left)
	}
}

// drawingIn is the drawing of a board in a preview.
func drawingIn(t *testing.T, html string) string {
	t.Helper()
	_, rest, found := strings.Cut(html, `-board" src="data:image/svg+xml;base64,`)
	coded, _, ended := strings.Cut(rest, `"`)
	if !found || !ended {
		t.Fatalf("no board in\n%s", html)
	}
	svg, err := base64.StdEncoding.DecodeString(coded)
	must(t, err)
	return string(svg)
}

func TestPicturesInDrawingsKeepWithinTheirRoom(t *testing.T) {
	const one, other = "picture-00000000000000aa.png", "picture-00000000000000bb.jpg"
	asked := map[string]int{}
	p := newPhotos(func(name string) []byte {
		asked[name]++
		if name == one {
			return drawnPNG(t, 800, 600)
		}
		return nil
	})
	image := func(name string) string { return `<image x="1" y="2" width="3" height="4" href="` + name + "\"/>\n" }
	const words = "<text>&lt;image x=&quot;1&quot; href=&quot;" + one + "&quot;/&gt;</text>\n"
	svg := []byte(image(one) + image(one) + image(other) + words)
	into := func(ctx context.Context, most int) string { return string(p.into(ctx, svg, most)) }
	whole := into(t.Context(), 1<<20)
	if strings.Count(whole, "data:image/jpeg;base64,") != 2 || strings.Contains(whole, other) || !strings.HasSuffix(whole, words) {
		t.Errorf("drawn as %s", whole)
	}
	size := len(p.of(one))
	if n := strings.Count(into(t.Context(), len(svg)+size), "data:"); n != 1 {
		t.Errorf("%d pictures where there is room for one", n)
	}
	done, cancel := context.WithCancel(t.Context())
	cancel()
	for _, same := range []string{into(t.Context(), len(svg)+size-1), into(t.Context(), 0), into(done, 1<<20)} {
		if same != words {
			t.Errorf("without room or time it became %s", same)
		}
	}
	if asked[one] != 1 || asked[other] != 1 {
		t.Errorf("pictures were asked for %v times", asked)
	}
}

func TestAPictureWaitsUntilNotesAreShownToAll(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	board := tb.activity(ActivityBrainstorm, nil)
	tb.open(board)
	refused(t, tb.desk("ben").MayPicture(NewNote{Text: "a photo", Activity: board}), "picture-private")
}

func TestAPictureOfOneLaptopIsOnTheOther(t *testing.T) {
	amina, ben := pair(t)
	var raw bytes.Buffer
	must(t, png.Encode(&raw, image.NewGray(image.Rect(0, 0, 40, 30))))
	a, err := amina.find(amina.session)
	must(t, err)
	b, err := ben.find(ben.session)
	must(t, err)
	hash, err := a.store.AddImage(raw.Bytes())
	must(t, err)
	within(t, time.Minute, "ben has the picture", func() bool { _, err := b.store.Image(hash); return err == nil })
}
