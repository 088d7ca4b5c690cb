// A Yivi wallet without a screen, for tests: it reads sessions from standard input, one JSON object on each line,
// and says what happens on standard output, one JSON object on each line.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"sync"

	irma "github.com/privacybydesign/irmago"
	"github.com/privacybydesign/irmago/irmaclient"
)

// What somebody scans, and what the person with the wallet does about it.
type order struct {
	Session json.RawMessage `json:"session"`
	// The person says no.
	Refuse bool `json:"refuse"`
}

// What happens, in the order in which it does.
type event struct {
	Event string `json:"event"`
	// The code to type into the page.
	Code string `json:"code,omitempty"`
	// What is asked for.
	Attributes []string `json:"attributes,omitempty"`
	Detail     string   `json:"detail,omitempty"`
}

var saying sync.Mutex

func say(happened event) {
	saying.Lock()
	defer saying.Unlock()
	line, err := json.Marshal(happened)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(line))
}

// Usage: wallet <empty folder for its storage> <folder with the schemes>
func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: wallet <storage> <schemes>")
	}
	irma.Logger.SetOutput(os.Stderr)
	client, err := irmaclient.New(os.Args[1], os.Args[2], &owner{}, &deviceKey{}, [32]byte{})
	if err != nil {
		log.Fatal(err)
	}
	// The server is on this very machine, without TLS.
	client.SetPreferences(irmaclient.Preferences{DeveloperMode: true})
	say(event{Event: "ready"})
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 64*1024), 1024*1024)
	for lines.Scan() {
		var ordered order
		if err := json.Unmarshal(lines.Bytes(), &ordered); err != nil {
			log.Fatal(err)
		}
		client.NewSession(string(ordered.Session), &person{refuses: ordered.Refuse})
	}
	if err := client.Close(); err != nil {
		log.Fatal(err)
	}
}
