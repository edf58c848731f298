//! Every operation of every provider, with the types that it is answered in: made by `build.rs`.

include!(concat!(env!("OUT_DIR"), "/operations.rs"));
