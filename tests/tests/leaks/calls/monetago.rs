//! MonetaGo: each generated operation with all its parameters.

use florin_monetago::{Client, types};

use crate::call::calls;

calls! {
    Client;
    get_activity(after: String, before: String, limit: u64, offset: u64);
    get_cancellation_status(cancellation_identification: String);
    cancel_transactions() sends types::CancellationRequest;
    search_document_matches();
    get_document_match(match_identification: String);
    search_financing_validation_requests();
    mark_as_financed() sends types::FinancingRequest;
    create_access_token() sends types::TokenRequest;
    register_transactions() sends types::RegistrationRequest;
    create_status_request() sends types::StatusSetRequest;
    get_status(request_identification: String);
}
