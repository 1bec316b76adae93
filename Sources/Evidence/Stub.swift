// Stub so that the target builds.
