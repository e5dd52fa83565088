import Diagnosis
import Testing

@Test("every mechanism has a name of its own") func mechanismNames() {
  let names = Cause.Mechanism.allCases.map(\.rawValue)
  #expect(Set(names).count == names.count)
}
