// SPDX-License-Identifier: Apache-2.0

//! What clients ask about identities: the documents of devices' DIDs, and status lists of
//! credentials.
//!
//! An answer costs the reading of one device's keys, or of one list: both are bounded. Nothing here
//! walks over what strangers can make long, so public nodes may offer it to everybody.

use crate::{
	did::{Failure, Request, Resolution},
	status_list,
};
use jsonrpsee::{core::RpcResult, proc_macros::rpc, types::ErrorObjectOwned};
use mote_primitives::StatusListId;
use mote_runtime::{opaque::Block, AccountId, Hash};
use mote_runtime_api::{DidApi, StatusListApi};
use serde::Deserialize;
use serde_json::Value;
use sp_api::{ApiError, ApiExt, ProvideRuntimeApi, RuntimeApiInfo};
use sp_blockchain::HeaderBackend;
use std::sync::Arc;

/// The methods.
#[rpc(server)]
pub trait IdentityApi {
	/// Resolves the DID of a device: a DID resolution result of the W3C.
	///
	/// What stands in the way of a document is told in the result. Errors of the call itself are
	/// about the node: it may not know the block, or not have its state.
	#[method(name = "did_resolve", blocking)]
	fn resolve(&self, did: String, options: Option<Value>) -> RpcResult<Resolution>;

	/// The `credentialSubject` of a status list, for its issuer to sign and publish.
	#[method(name = "statusList_credentialSubject", blocking)]
	fn credential_subject(
		&self,
		list: StatusListId,
		options: Option<ListOptions>,
	) -> RpcResult<Value>;
}

/// How a status list is wanted.
#[derive(Deserialize, Clone, Debug, Default)]
#[serde(deny_unknown_fields)]
pub struct ListOptions {
	/// The block at which; the last final one when it is missing.
	at: Option<Hash>,
	/// The URL by which the subject is to be known. The subject has none when it is missing.
	id: Option<String>,
}

/// Answers from what a client knows.
pub struct Identity<C> {
	client: Arc<C>,
	genesis: Hash,
}

impl<C: HeaderBackend<Block> + ProvideRuntimeApi<Block>> Identity<C> {
	/// Answers from what this client knows.
	pub fn new(client: Arc<C>) -> Self {
		let genesis = client.info().genesis_hash;
		Self { client, genesis }
	}

	/// The block that is asked: the one that the caller named, or the last final one. Who acts on
	/// an identity should not act on what a reorganisation may undo.
	fn block(&self, at: Option<Hash>) -> Result<Hash, Problem> {
		let Some(at) = at else { return Ok(self.client.info().finalized_hash) };
		match self.client.header(at) {
			Ok(Some(_)) => Ok(at),
			Ok(None) => Err(Problem::UnknownBlock(at)),
			Err(error) => Err(Problem::Failed(at, error.to_string())),
		}
	}

	/// Asks the runtime of a block what belongs to its interface `A`.
	fn ask<A: RuntimeApiInfo + ?Sized, T>(
		&self,
		at: Hash,
		question: impl FnOnce(&C::Api) -> Result<T, ApiError>,
	) -> Result<T, Problem> {
		let api = self.client.runtime_api();
		let problem = |error| Problem::from_api(at, error);
		if !api.has_api::<A>(at).map_err(problem)? {
			return Err(Problem::NotOffered(at));
		}
		question(&api).map_err(problem)
	}
}

impl<C> Identity<C>
where
	C: HeaderBackend<Block> + ProvideRuntimeApi<Block>,
	C::Api: StatusListApi<Block>,
{
	fn list_subject(&self, list: StatusListId, options: ListOptions) -> Result<Value, Problem> {
		let at = self.block(options.at)?;
		let export = self
			.ask::<dyn StatusListApi<Block>, _>(at, |api| api.status_list(at, list))?
			.ok_or(Problem::NoList(at, list))?;
		let mut subject =
			status_list::credential_subject(options.id.as_deref().unwrap_or_default(), &export);
		if let (None, Some(members)) = (options.id, subject.as_object_mut()) {
			members.remove("id");
		}
		Ok(subject)
	}
}

impl<C> IdentityApiServer for Identity<C>
where
	C: HeaderBackend<Block> + ProvideRuntimeApi<Block> + 'static,
	C::Api: DidApi<Block, AccountId> + StatusListApi<Block>,
{
	fn resolve(&self, did: String, options: Option<Value>) -> RpcResult<Resolution> {
		let request = match Request::new(&did, options.as_ref(), self.genesis) {
			Ok(request) => request,
			Err(failure) => return Ok(failure.into()),
		};
		let at = self.block(request.at)?;
		let subject = self.ask::<dyn DidApi<Block, AccountId>, _>(at, |api| {
			api.did_subject(at, request.device)
		})?;
		Ok(match subject {
			Some(subject) => Resolution::new(&request, &subject, self.genesis),
			None => Failure::NoDevice.into(),
		})
	}

	fn credential_subject(
		&self,
		list: StatusListId,
		options: Option<ListOptions>,
	) -> RpcResult<Value> {
		self.list_subject(list, options.unwrap_or_default()).map_err(|problem| {
			let error = ErrorObjectOwned::from(problem);
			let data = status_list::retrieval_error(error.message());
			ErrorObjectOwned::owned(error.code(), error.message(), Some(data))
		})
	}
}

/// Why the node cannot answer.
#[derive(Debug, PartialEq, Eq)]
enum Problem {
	UnknownBlock(Hash),
	NoState(Hash),
	NotOffered(Hash),
	NoList(Hash, StatusListId),
	Failed(Hash, String),
}

impl Problem {
	/// For a block whose header is there.
	fn from_api(at: Hash, error: ApiError) -> Self {
		match error {
			// So the SDK tells that it has a block without its state.
			ApiError::UnknownBlock(_) => Self::NoState(at),
			error => Self::Failed(at, error.to_string()),
		}
	}
}

impl From<Problem> for ErrorObjectOwned {
	fn from(problem: Problem) -> Self {
		// Outside the ranges of the SDK's own methods.
		let (code, message) = match problem {
			Problem::UnknownBlock(at) => (
				20_001,
				format!(
					"This node has no block {at:?}. Check the hash, and that the node is in sync."
				),
			),
			Problem::NoState(at) => (
				20_002,
				format!(
					"This node does not have the state of block {at:?}: it was pruned, or is not \
					 there yet. Name a newer block, or ask a node that keeps all states \
					 (--state-pruning archive)."
				),
			),
			Problem::NotOffered(at) => (
				20_003,
				format!(
					"The runtime of block {at:?} cannot tell this yet. Name a block after the \
					 upgrade that brought it."
				),
			),
			Problem::NoList(at, list) => (
				20_004,
				format!("There is no status list {list} at block {at:?}. Check its number."),
			),
			Problem::Failed(at, error) => (
				20_005,
				format!("The node failed to ask block {at:?}: {error}. Report this as a bug."),
			),
		};
		Self::owned(code, message, None::<()>)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use mote_primitives::{DeviceId, DidSubject, StatusListExport, StatusPurpose};
	use mote_runtime::opaque::Header;
	use serde_json::{json, to_value};
	use sp_api::{mock_impl_runtime_apis, ApiRef};
	use sp_blockchain::{BlockStatus, Info};
	use sp_runtime::traits::Header as HeaderT;

	const GENESIS: Hash = Hash::repeat_byte(1);
	const FINAL: Hash = Hash::repeat_byte(2);
	const BEST: Hash = Hash::repeat_byte(3);
	const PRUNED: Hash = Hash::repeat_byte(4);
	const BROKEN: Hash = Hash::repeat_byte(5);
	const UNKNOWN: Hash = Hash::repeat_byte(6);
	const DEVICE: DeviceId = DeviceId(Hash::repeat_byte(7));

	const LIST: StatusListId = 7;

	/// Fails as the SDK does when it has no state.
	fn state(at: Hash) -> Result<(), ApiError> {
		match at {
			at if at == PRUNED => Err(ApiError::UnknownBlock("State already discarded".into())),
			at if at == BROKEN => Err(ApiError::StateBackendIsNotTrie),
			_ => Ok(()),
		}
	}

	/// A chain on which device and list are there from the best block on.
	struct Client;
	struct Api;

	impl ProvideRuntimeApi<Block> for Client {
		type Api = Api;
		fn runtime_api(&self) -> ApiRef<'_, Api> {
			Api.into()
		}
	}

	mock_impl_runtime_apis! {
		impl DidApi<Block, AccountId> for Api {
			#[advanced]
			fn did_subject(
				&self,
				at: Hash,
				device: DeviceId,
			) -> Result<Option<DidSubject<AccountId>>, ApiError> {
				state(at)?;
				Ok((at == BEST && device == DEVICE).then_some(DidSubject::Pruned))
			}
		}

		impl StatusListApi<Block> for Api {
			#[advanced]
			fn status_list(
				&self,
				at: Hash,
				list: StatusListId,
			) -> Result<Option<StatusListExport>, ApiError> {
				state(at)?;
				Ok((at == BEST && list == LIST).then(|| StatusListExport {
					purpose: StatusPurpose::Refresh,
					ttl_ms: None,
					bytes: vec![0; 16_384],
				}))
			}
		}
	}

	impl HeaderBackend<Block> for Client {
		fn header(&self, hash: Hash) -> sp_blockchain::Result<Option<Header>> {
			let header = <Header as HeaderT>::new(
				1,
				Default::default(),
				Default::default(),
				hash,
				Default::default(),
			);
			Ok((hash != UNKNOWN).then_some(header))
		}

		fn info(&self) -> Info<Block> {
			Info {
				best_hash: BEST,
				best_number: 3,
				genesis_hash: GENESIS,
				finalized_hash: FINAL,
				finalized_number: 2,
				finalized_state: None,
				number_leaves: 1,
				block_gap: None,
			}
		}

		fn status(&self, _: Hash) -> sp_blockchain::Result<BlockStatus> {
			Ok(BlockStatus::InChain)
		}

		fn number(&self, _: Hash) -> sp_blockchain::Result<Option<u32>> {
			Ok(None)
		}

		fn hash(&self, _: u32) -> sp_blockchain::Result<Option<Hash>> {
			Ok(None)
		}
	}

	fn resolve(options: Value) -> Result<Value, (i32, String)> {
		let did = format!("did:mote:01010101:{:x}", DEVICE.0);
		Identity::new(Arc::new(Client))
			.resolve(did, Some(options))
			.map(|resolution| to_value(resolution).unwrap())
			.map_err(|error| (error.code(), error.message().into()))
	}

	#[test]
	fn resolve_should_ask_the_last_final_block_when_none_is_named() {
		let answer = resolve(json!({})).unwrap();
		assert_eq!(answer["didResolutionMetadata"]["error"], "notFound");
		let answer = resolve(json!({ "at": BEST })).unwrap();
		assert_eq!(answer["didDocumentMetadata"], json!({ "deactivated": true }));
	}

	#[test]
	fn resolve_should_tell_what_is_wrong_with_the_question_in_its_result() {
		let identity = Identity::new(Arc::new(Client));
		let error = |did: &str| {
			let resolution = identity.resolve(did.into(), None).unwrap();
			to_value(resolution).unwrap()["didResolutionMetadata"]["error"].clone()
		};
		assert_eq!(error("did:mote:01010101:7"), "invalidDid");
		assert_eq!(error("did:web:example.com"), "methodNotSupported");
		assert_eq!(error(&format!("did:mote:02020202:{:x}", DEVICE.0)), "notFound");
	}

	fn subject(list: StatusListId, options: Value) -> Result<Value, (i32, String, Value)> {
		let options = serde_json::from_value(options).unwrap();
		Identity::new(Arc::new(Client))
			.credential_subject(list, options)
			.map_err(|error| {
				let data = serde_json::from_str(error.data().unwrap().get()).unwrap();
				(error.code(), error.message().into(), data)
			})
	}

	const UNANSWERABLE: [(Hash, i32, &str); 3] = [
		(UNKNOWN, 20_001, "Check the hash"),
		(PRUNED, 20_002, "--state-pruning archive"),
		(BROKEN, 20_005, "Report this"),
	];

	#[test]
	fn resolve_should_fail_with_what_to_do_when_the_node_cannot_answer() {
		for (at, expected, advice) in UNANSWERABLE {
			let (code, message) = resolve(json!({ "at": at })).unwrap_err();
			assert_eq!(code, expected);
			assert!(message.contains(advice) && message.contains(&format!("{at:?}")), "{message}");
		}
	}

	#[test]
	fn credential_subject_should_have_the_id_that_the_caller_gives_it() {
		let named = subject(LIST, json!({ "at": BEST, "id": "https://example.com/7#list" }));
		assert_eq!(named.unwrap()["id"], "https://example.com/7#list");
		let nameless = subject(LIST, json!({ "at": BEST })).unwrap();
		assert_eq!(nameless.get("id"), None);
		assert_eq!(nameless["statusPurpose"], "refresh");
	}

	#[test]
	fn credential_subject_should_ask_the_last_final_block_when_none_is_named() {
		let (code, message, data) = subject(LIST, json!(null)).unwrap_err();
		assert_eq!(code, 20_004);
		assert!(message.contains(&format!("{FINAL:?}")), "{message}");
		assert_eq!(data, status_list::retrieval_error(&message));
	}

	#[test]
	fn credential_subject_should_fail_with_what_to_do_when_there_is_no_list() {
		let (code, message, _) = subject(LIST + 1, json!({ "at": BEST })).unwrap_err();
		assert_eq!(code, 20_004);
		assert!(message.starts_with("There is no status list 8"), "{message}");
		for (at, expected, advice) in UNANSWERABLE {
			let (code, message, data) = subject(LIST, json!({ "at": at })).unwrap_err();
			assert_eq!(code, expected);
			assert!(message.contains(advice), "{message}");
			assert_eq!(data, status_list::retrieval_error(&message));
		}
	}

	#[test]
	fn credential_subject_should_take_no_options_that_it_does_not_know() {
		for unknown in [json!({ "ttl": 1 }), json!({ "at": "best" }), json!({ "id": 1 })] {
			assert!(serde_json::from_value::<ListOptions>(unknown).is_err());
		}
	}
}
