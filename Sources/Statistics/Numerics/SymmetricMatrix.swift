import CEigen

/// A small square matrix, symmetric unless a product made it otherwise; by row.
///
/// For as many rows as a model has coefficients, never as many as it has studies or pupils.
struct SmallMatrix: Sendable {
  let size: Int
  var elements: [Double]

  init(size: Int) {
    self.size = size
    elements = [Double](repeating: 0, count: size * size)
  }

  init(size: Int, elements: [Double]) {
    self.size = size
    self.elements = elements
  }

  static func identity(_ size: Int) -> SmallMatrix {
    var result = SmallMatrix(size: size)
    for index in 0..<size { result[index, index] = 1 }
    return result
  }

  subscript(row: Int, column: Int) -> Double {
    get { elements[row * size + column] }
    set { elements[row * size + column] = newValue }
  }

  var trace: Double { (0..<size).reduce(0) { $0 + self[$1, $1] } }

  /// Adds `weight` times the outer product of `vector` with itself.
  mutating func addOuterProduct(of vector: [Double], weight: Double) {
    for row in 0..<size {
      let scaled = weight * vector[row]
      for column in 0..<size { elements[row * size + column] += scaled * vector[column] }
    }
  }

  mutating func add(_ other: SmallMatrix, times factor: Double = 1) {
    for index in elements.indices { elements[index] += factor * other.elements[index] }
  }

  static func * (left: SmallMatrix, right: SmallMatrix) -> SmallMatrix {
    var product = SmallMatrix(size: left.size)
    for row in 0..<left.size {
      for inner in 0..<left.size {
        let value = left[row, inner]
        for column in 0..<left.size { product[row, column] += value * right[inner, column] }
      }
    }
    return product
  }

  static func * (left: SmallMatrix, right: [Double]) -> [Double] {
    (0..<left.size).map { row in
      (0..<left.size).reduce(0) { $0 + left[row, $1] * right[$1] }
    }
  }

  /// vector' · self · vector.
  func quadraticForm(_ vector: [Double]) -> Double {
    zip(vector, self * vector).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The inverse and the logarithm of the determinant; nil unless positive definite.
  func positiveDefiniteInverse() -> (inverse: SmallMatrix, logDeterminant: Double)? {
    if size == 1 {
      guard elements[0] > 0, elements[0].isFinite else { return nil }
      return (SmallMatrix(size: 1, elements: [1 / elements[0]]), logarithm(elements[0]))
    }
    var result = SmallMatrix(size: size)
    var logDeterminant = 0.0
    let status = ce_positive_definite_inverse(
      elements, Int32(size), &result.elements, &logDeterminant)
    guard status == 0, result.elements.allSatisfy(\.isFinite) else { return nil }
    return (result, logDeterminant)
  }

  /// The lower triangle L with L·L' = self; nil unless positive definite.
  func cholesky() -> SmallMatrix? {
    // Eigen writes by column, so what arrives by row is L'.
    var transposed = SmallMatrix(size: size)
    guard ce_cholesky(elements, Int32(size), &transposed.elements) == 0 else { return nil }
    return transposed.transposed
  }

  var transposed: SmallMatrix {
    var result = self
    for row in 0..<size { for column in 0..<size { result[row, column] = self[column, row] } }
    return result
  }

  /// self^power by eigenvalues; those that are 0 beside the largest stay 0.
  func symmetricPower(_ power: Double) -> SmallMatrix? {
    var values = [Double](repeating: 0, count: size)
    var vectors = [Double](repeating: 0, count: size * size)
    guard ce_symmetric_eigen(elements, Int32(size), &values, &vectors) == 0 else { return nil }
    let smallest = 1e-12 * (values.map(abs).max() ?? 0)
    var result = SmallMatrix(size: size)
    for index in 0..<size where values[index] > smallest {
      let vector = Array(vectors[(index * size)..<((index + 1) * size)])
      result.addOuterProduct(of: vector, weight: raise(values[index], to: power))
    }
    return result
  }
}
