import Foundation

// Foundation's elementary functions under names that do not clash with parameters called `log`
// or `exp`, in one place, so that the other files need not import Foundation.

func logarithm(_ x: Double) -> Double { log(x) }
func logarithmOfOnePlus(_ x: Double) -> Double { log1p(x) }
func exponential(_ x: Double) -> Double { exp(x) }
func raise(_ base: Double, to power: Double) -> Double { pow(base, power) }
func cosine(_ x: Double) -> Double { cos(x) }
func sine(_ x: Double) -> Double { sin(x) }
