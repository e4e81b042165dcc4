from cdktf import App, TerraformStack

app = App()
TerraformStack(app, "storage")
app.synth()
