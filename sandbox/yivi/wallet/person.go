package main

import (
	irma "github.com/privacybydesign/irmago"
	"github.com/privacybydesign/irmago/irmaclient"
)

// A person in one session: takes what is offered and discloses what is asked, or says no.
type person struct {
	refuses bool
}

func (p *person) StatusUpdate(irma.Action, irma.ClientStatus) {}
func (p *person) ClientReturnURLSet(string)                   {}

func (p *person) PairingRequired(code string) { say(event{Event: "pairing", Code: code}) }
func (p *person) Success(string)              { say(event{Event: "success"}) }
func (p *person) Cancelled()                  { say(event{Event: "cancelled"}) }

func (p *person) Failure(err *irma.SessionError) {
	detail := "unknown"
	if err != nil {
		detail = err.Error()
	}
	say(event{Event: "failure", Detail: detail})
}

// The demo scheme has no keyshare server: none of these can happen.
func (p *person) KeyshareBlocked(irma.SchemeManagerIdentifier, int)         { p.Failure(nil) }
func (p *person) KeyshareEnrollmentIncomplete(irma.SchemeManagerIdentifier) { p.Failure(nil) }
func (p *person) KeyshareEnrollmentMissing(irma.SchemeManagerIdentifier)    { p.Failure(nil) }
func (p *person) KeyshareEnrollmentDeleted(irma.SchemeManagerIdentifier)    { p.Failure(nil) }
func (p *person) RequestPin(_ int, callback irmaclient.PinHandler)          { callback(false, "") }

func (p *person) RequestIssuancePermission(_ *irma.IssuanceRequest, satisfiable bool,
	candidates [][]irmaclient.DisclosureCandidates, _ *irma.RequestorInfo, callback irmaclient.PermissionHandler) {
	p.decide(satisfiable, candidates, callback)
}

func (p *person) RequestVerificationPermission(request *irma.DisclosureRequest, satisfiable bool,
	candidates [][]irmaclient.DisclosureCandidates, _ *irma.RequestorInfo, callback irmaclient.PermissionHandler) {
	asked := []string{}
	_ = request.Disclose.Iterate(func(attribute *irma.AttributeRequest) error {
		asked = append(asked, attribute.Type.String())
		return nil
	})
	say(event{Event: "asked", Attributes: asked})
	p.decide(satisfiable, candidates, callback)
}

func (p *person) RequestSignaturePermission(_ *irma.SignatureRequest, _ bool,
	_ [][]irmaclient.DisclosureCandidates, _ *irma.RequestorInfo, callback irmaclient.PermissionHandler) {
	callback(false, nil)
}

// Takes the first that will do of each thing that is asked.
func (p *person) decide(satisfiable bool, candidates [][]irmaclient.DisclosureCandidates,
	callback irmaclient.PermissionHandler) {
	if p.refuses || !satisfiable {
		callback(false, nil)
		return
	}
	choice := &irma.DisclosureChoice{}
	for _, alternatives := range candidates {
		for _, alternative := range alternatives {
			if chosen, err := alternative.Choose(); err == nil {
				choice.Attributes = append(choice.Attributes, chosen)
				break
			}
		}
	}
	callback(true, choice)
}
