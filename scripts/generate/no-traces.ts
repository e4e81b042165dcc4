// cdktf takes a stack trace for each token, and Node reads the source map of each file for them: a
// seventh of the time, for what nobody is shown. Imported before all else.
Error.captureStackTrace = () => {};
process.setSourceMapsEnabled(false);
