//! Receipts of orders.

use florin_core::{Error as CoreError, FileContent};
use florin_tradevest::{operations, types};

use crate::tradevest::{Created, Error};

impl Created<types::DigitalAssetsOrder> {
    /// The receipt of the order, as it comes. In which form isn't documented: a file, or text in Base64.
    ///
    /// # Errors
    /// As any call. An empty answer is no receipt: ask again once the order is `FILLED`.
    pub async fn receipt(&self) -> Result<FileContent, Error> {
        let request = self.client().api().get_digital_order_receipt();
        let receipt = request.order_id(self.id()).send().await?.into_inner();
        if receipt.is_empty() {
            return Err(CoreError::unusable_answer(
                &operations::GET_DIGITAL_ORDER_RECEIPT,
                "it is empty; ask again once the order is FILLED",
            ));
        }
        Ok(receipt)
    }
}
