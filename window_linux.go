//go:build desktop && linux

package main

/*
#cgo pkg-config: gtk+-3.0 webkit2gtk-4.1
#include <gtk/gtk.h>
#include <webkit2/webkit2.h>

// stay_inside refuses every page but our own, and every second window. Links
// to the outside are opened by the program, in the person's browser.
static gboolean stay_inside(WebKitWebView *view, WebKitPolicyDecision *decision,
                            WebKitPolicyDecisionType type, gpointer unused) {
	if (type == WEBKIT_POLICY_DECISION_TYPE_RESPONSE) return FALSE;
	WebKitNavigationAction *action = webkit_navigation_policy_decision_get_navigation_action(
		WEBKIT_NAVIGATION_POLICY_DECISION(decision));
	const gchar *uri = webkit_uri_request_get_uri(webkit_navigation_action_get_request(action));
	if (type == WEBKIT_POLICY_DECISION_TYPE_NAVIGATION_ACTION && g_str_has_prefix(uri, "wails://wails/")) return FALSE;
	webkit_policy_decision_ignore(decision);
	return TRUE;
}

static void visit(GtkWidget *widget, gpointer unused) {
	if (WEBKIT_IS_WEB_VIEW(widget)) {
		g_signal_connect(widget, "decide-policy", G_CALLBACK(stay_inside), NULL);
	} else if (GTK_IS_CONTAINER(widget)) {
		gtk_container_foreach(GTK_CONTAINER(widget), visit, NULL);
	}
}

static gboolean find_views(gpointer unused) {
	GList *windows = gtk_window_list_toplevels();
	for (GList *w = windows; w != NULL; w = w->next) visit(GTK_WIDGET(w->data), NULL);
	g_list_free(windows);
	return G_SOURCE_REMOVE;
}

static void keep_inside(void) { g_idle_add(find_views, NULL); }
*/
import "C"

const onLinux = true

// keepInside holds the window on its own pages. It may be called from any
// goroutine; GTK does the work on its own thread.
func keepInside() { C.keep_inside() }
