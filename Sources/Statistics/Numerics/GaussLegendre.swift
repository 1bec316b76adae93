/// Points and weights to integrate over −1…1, exact for polynomials up to degree 2n − 1.
///
/// The points are the roots of the Legendre polynomial, by Newton's method from cosines.
struct GaussLegendre {
  let points: [Double]
  let weights: [Double]

  init(count: Int) {
    var points = [Double](repeating: 0, count: count)
    var weights = points
    let n = Double(count)
    for index in 0..<((count + 1) / 2) {
      var x = cosine(.pi * (Double(index) + 0.75) / (n + 0.5))
      var slope = 0.0
      for _ in 0..<100 {
        var (current, previous) = (1.0, 0.0)
        for degree in 0..<count {
          let d = Double(degree)
          (current, previous) = (((2 * d + 1) * x * current - d * previous) / (d + 1), current)
        }
        slope = n * (x * current - previous) / (x * x - 1)
        let step = current / slope
        x -= step
        if abs(step) < 1e-15 { break }
      }
      points[index] = -x
      points[count - 1 - index] = x
      weights[index] = 2 / ((1 - x * x) * slope * slope)
      weights[count - 1 - index] = weights[index]
    }
    self.points = points
    self.weights = weights
  }
}
