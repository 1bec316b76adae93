#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lets the process keep universal time; to be called before there is a second thread.
///
/// libzip turns the time of each entry into one of the place, and without `TZ` the C library looks
/// at the file of the time zone for each of them. Times of entries are not used, and what is
/// written is to be the same everywhere.
package func keepUniversalTime() { unsafe setenv("TZ", "UTC0", 1) }
