//! florin-codegen
