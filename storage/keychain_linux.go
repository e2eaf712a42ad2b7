package storage

import (
	"errors"
	"fmt"
	"os"

	ss "github.com/zalando/go-keyring/secret_service"
)

// keychainThere says whether the keychain can be used: whether there is a message bus at all (asking without one would start
// it), and, where nobody may be asked, whether the keychain is open.
func keychainThere(mayAsk bool) error {
	_, named := os.LookupEnv("DBUS_SESSION_BUS_ADDRESS")
	if _, err := os.Stat(fmt.Sprintf("/run/user/%d/bus", os.Getuid())); err != nil && !named {
		return errors.New("there is none")
	}
	if mayAsk {
		return nil
	}
	service, err := ss.NewSecretService()
	if err != nil {
		return err
	}
	locked, err := service.GetLoginCollection().GetProperty("org.freedesktop.Secret.Collection.Locked")
	if err != nil {
		return err
	}
	if is, ok := locked.Value().(bool); !ok || is {
		return errors.New("it is locked")
	}
	return nil
}
