#include "CEigen.h"
