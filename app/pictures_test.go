package app

import (
	"bytes"
	"image"
	"image/png"
	"testing"
	"time"
)

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
