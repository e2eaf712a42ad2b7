package main

import "testing"

func TestAWallsAddressLeadsToThisComputer(t *testing.T) {
	w, err := wallConfig("http://127.0.0.1:4711/#/wall/abc&token=t0ken")
	if err != nil {
		t.Fatal(err)
	}
	if w.URL != "ws://127.0.0.1:4711/api" || w.Token != "t0ken" || w.Start != "#/wall/abc" {
		t.Errorf("read as %+v", w)
	}
	if page := w.page(); page != "http://127.0.0.1:4711/#/wall/abc&token=t0ken" {
		t.Errorf("a browser would open %s", page)
	}
	for _, address := range []string{
		"", "-x", "file:///etc/passwd", "https://127.0.0.1:1/#/wall/a&token=b", "http://example.org/#/wall/a&token=b",
		"http://192.168.1.4:80/#/wall/a&token=b", "http://127.0.0.1.example.org/#/wall/a&token=b", "http://u@127.0.0.1/#/wall/a&token=b",
		"http://127.0.0.1:1/#/room/a&token=b", "http://127.0.0.1:1/#/wall/&token=b", "http://127.0.0.1:1/#/wall/a", "http://127.0.0.1:1/#/wall/a&token=",
	} {
		if w, err := wallConfig(address); err == nil {
			t.Errorf("%q was taken: %+v", address, w)
		}
	}
}
