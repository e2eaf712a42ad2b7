package api

import (
	"context"
	"encoding/base64"
	"sync"

	"convene/app"
)

func pictureMethods() []method {
	return []method{
		on("picture.send", owners, "Sends a part of a picture, from the byte on where the last ended; 0 begins anew. One picture at a time is on its way.", done(sendPicture)),
		on("picture.add", owners, "Makes a note that shows the picture that was sent. It is unpacked and encoded anew; what else came with it is left behind.", makes(putPicture)).takesTime(),
		on("picture.get", viewers, "Returns a part of a picture, from the byte on.", getPicture),
	}
}

// mostSent is how large a picture may be as a person brings it.
const mostSent = 25 << 20

// sending is the picture that a window is sending.
type sending struct {
	mu   sync.Mutex
	sent []byte
}

// take adds a part, or says why it cannot.
func (s *sending) take(at int, part []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if at == 0 {
		s.sent = nil
	}
	if at != len(s.sent) {
		return app.Refuse("picture-parts", "The picture did not come whole.", "Nothing was added. Try again.")
	}
	if at+len(part) > mostSent {
		s.sent = nil
		return app.Refuse("picture-large", "This picture has more than 25 MB.", "Nothing was added. Make it smaller first.")
	}
	s.sent = append(s.sent, part...)
	return nil
}

// done returns what was sent and forgets it.
func (s *sending) done() []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	whole := s.sent
	s.sent = nil
	return whole
}

type pictureSendParams struct {
	inSession
	At   int    `json:"at"`
	Data string `json:"data"` // base64
}

type pictureAddParams struct {
	inSession
	Text     string    `json:"text"` // what is to be seen, for who cannot see it
	Activity string    `json:"activity"`
	Cluster  string    `json:"cluster,omitempty"`
	Spot     *app.Spot `json:"spot,omitempty"` // where it lies on a board that is no canvas
}

type pictureGetParams struct {
	inSession
	Picture string `json:"picture"` // the hash in its note
	From    int    `json:"from"`
}

func sendPicture(_ context.Context, c *call, p pictureSendParams) error {
	part, err := base64.StdEncoding.DecodeString(p.Data)
	if err != nil {
		return app.Refuse("picture-parts", "The picture did not come whole.", "Nothing was added. Try again.").Because(err)
	}
	return c.line.sending.take(p.At, part)
}

func putPicture(ctx context.Context, c *call, p pictureAddParams) (string, error) {
	n := app.NewNote{Text: p.Text, Activity: p.Activity, Cluster: p.Cluster, At: p.Spot}
	return c.Pictures.PutPicture(ctx, p.Session, c.line.sending.done(), n)
}

func getPicture(ctx context.Context, c *call, p pictureGetParams) (app.PictureChunk, error) {
	return c.Pictures.PicturePart(ctx, p.Session, p.Picture, p.From)
}
