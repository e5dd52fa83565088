extension TextTable {
  /// Gives columns other names.
  func renamed(_ renamings: [Step.Renaming], at place: FilePlace) throws(PipelineError) -> TextTable
  {
    var table = self
    for renaming in renamings {
      table.columns[try position(of: renaming.old, at: place)].name = renaming.new
    }
    return table
  }
}
