//! florin-sandbox
