import Validation
func canonicalData(_ data: StudyData) -> [UInt8] { Array("\(data.pupils.count)".utf8) }
