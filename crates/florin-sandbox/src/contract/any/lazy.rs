//! A schema that is made ready when the first value is held against it: a large spec has hundreds, and a test asks for few.

use std::sync::{Arc, OnceLock};

use serde_json::Value;

use crate::samples::{Judge, Way};

#[derive(Debug)]
pub(super) struct Lazy {
    document: Arc<Value>,
    schema: Value,
    way: Way,
    judge: OnceLock<Judge>,
}

impl Lazy {
    pub(super) fn new(document: &Arc<Value>, schema: &Value, way: Way) -> Self {
        Self {
            document: Arc::clone(document),
            schema: schema.clone(),
            way,
            judge: OnceLock::new(),
        }
    }

    pub(super) const fn schema(&self) -> &Value {
        &self.schema
    }

    pub(super) fn faults(&self, value: &Value) -> Vec<(String, String)> {
        let ready = || Judge::new(&self.document, &self.schema, self.way);
        self.judge.get_or_init(ready).faults(value)
    }
}
