#include "CBoostMath.h"
