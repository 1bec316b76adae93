#ifndef CEIGEN_H
#define CEIGEN_H
#endif
