package main

import (
	"errors"
	"os"
	"syscall"

	"github.com/rogpeppe/go-internal/testscript"
)

// mayMount reports whether this process may mount: root may, except in some containers.
func mayMount() bool {
	dir, err := os.MkdirTemp("", "convene-mount-")
	if err != nil {
		return false
	}
	defer os.Remove(dir)
	return syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=64k") == nil && syscall.Unmount(dir, 0) == nil
}

// mounted mounts a disk in memory on a new folder until the script ends: "ro" cannot be written, "full" has no room,
// "wide" has room for a data folder, until filled takes it.
func mounted(ts *testscript.TestScript, _ bool, args []string) {
	dir := ts.MkAbs(args[1])
	ts.Check(os.Mkdir(dir, 0o700))
	flags, options := uintptr(0), "size=64k"
	switch args[0] {
	case "ro":
		flags = syscall.MS_RDONLY
	case "wide":
		options = "size=640m"
	}
	ts.Check(syscall.Mount("tmpfs", dir, "tmpfs", flags, options))
	ts.Defer(func() { ts.Check(syscall.Unmount(dir, 0)) })
	if args[0] == "full" {
		filled(ts, false, args[1:])
	}
}

// filled takes what room a disk has, to the last page.
func filled(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.Create(ts.MkAbs(args[0]) + "/fill")
	ts.Check(err)
	block := make([]byte, 1<<20)
	for size := len(block); size >= 4096; {
		if _, err = f.Write(block[:size]); err != nil {
			size /= 2
		}
	}
	if !errors.Is(err, syscall.ENOSPC) {
		ts.Fatalf("fill the disk: %v", err)
	}
	ts.Check(f.Close())
}
