package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"log"

	irma "github.com/privacybydesign/irmago"
)

// The key of this device, which lives as long as the wallet does.
type deviceKey struct {
	key *ecdsa.PrivateKey
}

func (d *deviceKey) own() (*ecdsa.PrivateKey, error) {
	if d.key == nil {
		key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
		if err != nil {
			return nil, err
		}
		d.key = key
	}
	return d.key, nil
}

func (d *deviceKey) PublicKey(string) ([]byte, error) {
	key, err := d.own()
	if err != nil {
		return nil, err
	}
	return x509.MarshalPKIXPublicKey(&key.PublicKey)
}

func (d *deviceKey) Sign(_ string, message []byte) ([]byte, error) {
	key, err := d.own()
	if err != nil {
		return nil, err
	}
	hash := sha256.Sum256(message)
	return ecdsa.SignASN1(rand.Reader, key, hash[:])
}

// Hears what the wallet tells beside its sessions.
type owner struct{}

func (*owner) EnrollmentFailure(irma.SchemeManagerIdentifier, error) {}
func (*owner) EnrollmentSuccess(irma.SchemeManagerIdentifier)        {}
func (*owner) ChangePinFailure(irma.SchemeManagerIdentifier, error)  {}
func (*owner) ChangePinSuccess()                                     {}
func (*owner) ChangePinIncorrect(irma.SchemeManagerIdentifier, int)  {}
func (*owner) ChangePinBlocked(irma.SchemeManagerIdentifier, int)    {}
func (*owner) UpdateConfiguration(*irma.IrmaIdentifierSet)           {}
func (*owner) UpdateAttributes()                                     {}
func (*owner) Revoked(*irma.CredentialIdentifier)                    {}
func (*owner) ReportError(err error)                                 { log.Println(err) }
