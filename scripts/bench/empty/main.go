package main

import (
	"github.com/aws/jsii-runtime-go"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func main() {
	app := cdktf.NewApp(nil)
	cdktf.NewTerraformStack(app, jsii.String("storage"))
	app.Synth()
}
