// Prints, as JSON, what each construct given as an argument is refused with.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/aws/jsii-runtime-go"
	"github.com/clockwork-codex/csi-go/csi"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func refusal(construct string, props json.RawMessage) (message *string) {
	app := cdktf.NewApp(&cdktf.AppConfig{Outdir: jsii.String("cdktf.out")})
	stack := cdktf.NewTerraformStack(app, jsii.String("stack"))
	id := jsii.String("it")
	defer func() {
		if panicked := recover(); panicked != nil {
			message = jsii.String(fmt.Sprintf("panic: %v", panicked))
		}
	}()
	switch construct {
	case "S3MountpointCsi":
		csi.NewS3MountpointCsi(stack, id, parsed[csi.S3MountpointCsiProps](props))
	case "EfsCsi":
		csi.NewEfsCsi(stack, id, parsed[csi.EfsCsiProps](props))
	default:
		panic("no such construct: " + construct)
	}
	return nil
}

func parsed[Props any](text json.RawMessage) *Props {
	var props Props
	if err := json.Unmarshal(text, &props); err != nil {
		panic(err)
	}
	return &props
}

func main() {
	var cases [][2]json.RawMessage
	if err := json.Unmarshal([]byte(os.Args[1]), &cases); err != nil {
		panic(err)
	}
	refusals := []*string{}
	for _, item := range cases {
		var construct string
		if err := json.Unmarshal(item[0], &construct); err != nil {
			panic(err)
		}
		refusals = append(refusals, refusal(construct, item[1]))
	}
	if err := json.NewEncoder(os.Stdout).Encode(refusals); err != nil {
		panic(err)
	}
}
