//! Products, orders and transfers.

use florin_tradevest::{operations, types};

use super::thing::{Look, by_id, things};
use super::{Created, Status};
use crate::tradevest::EventType;
use crate::tradevest::create::Sending;

things! {
    CustomerProduct = "customer-product", told by [CustomerProduct], on PRODUCT,
        read by GET_CUSTOMER_PRODUCT of "customerProductId",
        status |product| Some(product.status.as_ref()?.as_str());
    DigitalAssetsOrder = "digital-order", told by [DigitalAssetOrder], on ORDER,
        read by GET_DIGITAL_ORDER of "orderId",
        status |order| Some(order.status.as_str()),
        words |order| order.message.as_deref();
    // Its own type of notification is new, so those of digital orders may be about it, too.
    WawexOrder = "tokenized-order", told by [TokenizedAssetOrder, DigitalAssetOrder], on ORDER,
        read by GET_WAWEX_ORDER of "id",
        status |order| Some(order.status.as_str()),
        words |order| order.message.as_deref();
    TransferDetails = "transfer", told by [Transfer], on TRANSFER,
        read by GET_TRANSFER of "transferId",
        status |details| Some(details.transfer.transfer_status.as_ref()?.as_str()),
        words |details| details.transfer.reject_reason.as_deref();
}
