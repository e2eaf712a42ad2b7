package main

// keepPrivate does nothing here: the application-data folder is its owner's on Windows.
func keepPrivate() {}
