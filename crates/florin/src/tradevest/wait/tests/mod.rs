//! Waiting, against a scripted provider.
