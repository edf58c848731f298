//! Persons, companies and who stands behind them: creating and listing them.

use florin_core::{Request, Response};
use florin_tradevest::{operations, types};
use serde_json::Value;

use super::create::Sending;
use super::found::{self, AnyPage, Found};
use super::{Client, Create, Error, ExternalId, Listing};

/// So many companies of a similar name are read to find one by its external id.
const SIMILAR_NAMES: usize = 50;

impl Client {
    /// Makes a natural person. Needs no requestor.
    ///
    /// The `external_id` of the data is kept where it has one, and made where it hasn't; see [`Create`]. After a 409 in doubt, the
    /// person is looked for in the list of all persons.
    pub fn create_natural_person(
        &self,
        person: types::NaturalPersonData,
    ) -> Create<types::NaturalPerson> {
        let operation = &operations::CREATE_ENTITY_NATURAL_PERSON;
        let asked = serde_json::to_value(&person).unwrap_or_default();
        self.create_identified::<_, types::CreateNaturalPersonResult, _>(
            operation,
            "look for the person with Client::natural_persons",
            person,
        )
        .found_by(move |client, id| {
            let list = client.listing::<AnyPage>(&operations::GET_ENTITY_NATURAL_PERSONS);
            found::in_list(list, "naturalPersonId", id, asked.clone())
        })
    }

    /// Makes a legal entity. Needs no requestor.
    ///
    /// The `external_id` of the data is kept where it has one, and made where it hasn't; see [`Create`]. After a 409 in doubt, the
    /// company is looked for among those of its name, by an operation that is known second hand.
    pub fn create_legal_entity(
        &self,
        entity: types::CreateLegalEntityData,
    ) -> Create<types::LegalEntity> {
        let asked = serde_json::to_value(&entity).unwrap_or_default();
        self.create_identified::<_, types::CreateLegalEntityResult, _>(
            &operations::CREATE_ENTITY_LEGAL_ENTITY,
            "look for the company with the operation get_entities",
            entity,
        )
        .found_by(move |client, id| find_legal_entity(client, id, asked.clone()))
    }

    /// Adds a legal representative to a legal entity. Sent at most once, see [`Create`].
    pub fn create_legal_representative(
        &self,
        legal_entity_id: impl Into<String>,
        representative: types::LegalRepresentativeData,
    ) -> Create<types::LegalRepresentative> {
        let legal_entity_id = legal_entity_id.into();
        Create::plain::<types::CreateLegalRepresentativeResult>(
            self,
            &operations::CREATE_LEGAL_REPRESENTATIVE,
            "look for the representative with Client::legal_representatives",
            move |request: &mut Request<'_>| {
                request
                    .path("legalEntityId", &legal_entity_id)
                    .json(&representative);
            },
        )
    }

    /// Adds a beneficial owner to a legal entity. Sent at most once, see [`Create`].
    pub fn create_beneficial_owner(
        &self,
        legal_entity_id: impl Into<String>,
        owner: types::BeneficialOwnerData,
    ) -> Create<types::BeneficialOwner> {
        let legal_entity_id = legal_entity_id.into();
        Create::plain::<types::CreateBeneficialOwnerResult>(
            self,
            &operations::CREATE_BENEFICIAL_OWNER,
            "look for the owner with Client::beneficial_owners",
            move |request: &mut Request<'_>| {
                request.path("legalEntityId", &legal_entity_id).json(&owner);
            },
        )
    }

    /// Makes a joint person of two natural persons. Sent at most once, see [`Create`].
    pub fn create_joint_person(&self, pair: types::JointPersonData) -> Create<types::JointPerson> {
        self.create_once::<types::CreateJointPersonResult, _>(
            &operations::CREATE_JOINT_PERSON,
            "look for the pair with the operation get_entities",
            pair,
        )
    }

    /// Starts the identification of a person at an outside verifier, by video. Sent at most once, see [`Create`].
    ///
    /// Where the person has to go is not in the answer: it is read once the identification is `PENDING`.
    pub fn verify_identification(
        &self,
        verification: types::IdentificationVerificationData,
    ) -> Create<types::IdentificationVerification> {
        self.create_once::<types::CreateIdentificationVerificationResult, _>(
            &operations::CREATE_IDENTIFICATION_VERIFICATION,
            "look for the identification with Client::identification_verifications",
            verification,
        )
    }

    /// All natural persons. For a filter, see [`Listing::query`].
    #[must_use]
    pub fn natural_persons(&self) -> Listing<types::NaturalPerson> {
        self.listing::<types::NaturalPersons>(&operations::GET_ENTITY_NATURAL_PERSONS)
    }

    /// The legal representatives of a legal entity.
    #[must_use]
    pub fn legal_representatives(
        &self,
        legal_entity_id: impl Into<String>,
    ) -> Listing<types::LegalRepresentative> {
        self.listing::<types::LegalRepresentatives>(&operations::GET_LEGAL_REPRESENTATIVES)
            .path("legalEntityId", legal_entity_id.into())
    }

    /// The beneficial owners of a legal entity.
    #[must_use]
    pub fn beneficial_owners(
        &self,
        legal_entity_id: impl Into<String>,
    ) -> Listing<types::BeneficialOwner> {
        self.listing::<types::BeneficialOwners>(&operations::GET_BENEFICIAL_OWNERS)
            .path("legalEntityId", legal_entity_id.into())
    }

    /// All identifications at outside verifiers. Needs a requestor (documented).
    #[must_use]
    pub fn identification_verifications(&self) -> Listing<types::IdentificationVerification> {
        self.listing::<types::IdentificationVerifications>(
            &operations::GET_IDENTIFICATION_VERIFICATIONS,
        )
    }
}

fn find_legal_entity(
    client: Client,
    external_id: ExternalId,
    asked: Value,
) -> Sending<Option<Found>> {
    Box::pin(async move {
        let mut similar = client
            .listing::<AnyPage>(&operations::GET_ENTITIES)
            .query("entityType", "LEGAL_ENTITY")
            .query("searchText", &asked["legalName"])
            .items();
        for _ in 0..SIMILAR_NAMES {
            let Some(entity) = similar.next().await.transpose()? else {
                break;
            };
            let Some(id) = entity["entityId"].as_str() else {
                continue;
            };
            let there = read_legal_entity(&client, id).await?;
            if found::matches(&there, &external_id) {
                return Ok(found::compared(&there, "legalEntityId", &asked));
            }
        }
        Ok(None)
    })
}

async fn read_legal_entity(client: &Client, id: &str) -> Result<Value, Error> {
    let mut request = client
        .api()
        .session()
        .request(&operations::GET_ENTITY_LEGAL_ENTITY);
    request.path("legalEntityId", id);
    let entity: Response<Value> = request.send_json().await?;
    Ok(entity.into_inner())
}
