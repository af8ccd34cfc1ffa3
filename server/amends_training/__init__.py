"""Where the learnt numbers come from: commands that read the data sets and write the weights; never shipped itself."""
