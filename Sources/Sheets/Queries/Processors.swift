// How many threads work at once.

import Glibc

/// Processors of this machine, but not more threads than memory is planned for.
let processorCount = min(8, max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
