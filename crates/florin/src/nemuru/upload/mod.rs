//! Uploading files for a loan.

mod body;
mod error;
mod file;
mod measured;
mod packing;
mod unreadable;

pub use error::{FileFate, UploadError};
pub use file::UploadFile;

use florin_core::{Bytes, Effect, Error as CoreError};
use florin_nemuru::operations;

use self::measured::{BETWEEN, Measured, measure, room};
use super::{Error, Loan};

/// Bytes that one upload request may hold: 20 megabytes, documented, and taken for 20 million.
pub const REQUEST_LIMIT: u64 = 20_000_000;

impl Loan {
    /// Uploads files for this loan, over as few requests as they fit in.
    ///
    /// Before anything is sent, all files are checked: each is there, can be read, has a name, isn't empty and fits a
    /// request by itself. In Base64 a file grows by a third, so that a single one may have a little less than 15 million bytes
    /// ([`REQUEST_LIMIT`]). Within a request they are in the order given; which go together depends on what fits.
    ///
    /// One request is in memory at a time. A file on disk is read and encoded piece by piece; one in memory is encoded
    /// beside the original; what a reader gives is held from the start. No request is repeated once it may have arrived:
    /// nothing says that a second copy replaces the first.
    ///
    /// A process that dies in here leaves nothing behind: store that you are about to upload before you call this, and look at
    /// [`files`](Self::files) when you start again.
    ///
    /// A reader is waited for, and the client's limits don't count that time: one that never ends, nor gives more than
    /// fits, keeps this from returning. Put [`tokio::time::timeout`] around what may stall. Dropped before the first
    /// request, it has sent nothing; later, what became of the files is in doubt, and [`files`](Self::files) lists what
    /// is there.
    ///
    /// A large file takes its time on a slow line: give the client [limits](super::ClientBuilder::limits) that leave
    /// it.
    ///
    /// # Errors
    /// [`UploadError`] says what became of each file, and holds the error behind it.
    /// [`is_invalid_request`](florin_core::Error::is_invalid_request) where a file can't go, named by its place and type;
    /// nothing was sent then, unless it could be read at first and no more when its turn came. Of what the system or a
    /// reader says about that, only the [kind](std::io::ErrorKind) is shown. A blank id of the loan is refused as well.
    /// Where files are in doubt, look at [`files`](Self::files) before you send them
    /// again.
    pub async fn upload(
        &self,
        files: impl IntoIterator<Item = UploadFile>,
    ) -> Result<(), UploadError> {
        let files: Vec<UploadFile> = files.into_iter().collect();
        let mut fates = vec![FileFate::NotSent; files.len()];
        match self.upload_all(files, &mut fates).await {
            Ok(()) => Ok(()),
            Err(error) => Err(UploadError { fates, error }),
        }
    }

    async fn upload_all(
        &self,
        files: Vec<UploadFile>,
        fates: &mut [FileFate],
    ) -> Result<(), Error> {
        self.check_id(&operations::UPLOAD_FILES)?;
        let mut ready = Vec::with_capacity(files.len());
        for (at, file) in files.into_iter().enumerate() {
            let file_type = file.file_type.clone();
            let measured = measure(file)
                .await
                .map_err(|problem| refuse(format!("files[{at}] ({file_type}) {problem}")))?;
            ready.push(Some(measured));
        }
        if ready.is_empty() {
            return Err(refuse("there is no file to upload".to_owned()));
        }
        // Each file brings a comma, and the room is one comma larger than it is: the first has none before it.
        let sizes = ready.iter().flatten();
        let sizes: Vec<u64> = sizes
            .map(|file| file.size() + BETWEEN.len() as u64)
            .collect();
        for request in packing::pack(&sizes, room() + BETWEEN.len() as u64) {
            let files = request.iter().filter_map(|&at| ready[at].take());
            let body = write(files.collect(), &request).await?;
            let sent = self.upload_request(body).await;
            let fate = match &sent {
                Ok(()) => FileFate::Arrived,
                Err(error) => match error.effect() {
                    Effect::NotSent => FileFate::NotSent,
                    Effect::MaybeApplied => FileFate::InDoubt,
                    Effect::Answered => FileFate::Refused,
                },
            };
            for at in request {
                fates[at] = fate;
            }
            sent?;
        }
        Ok(())
    }

    async fn upload_request(&self, body: Bytes) -> Result<(), Error> {
        let mut call = self.client.api.session().request(&operations::UPLOAD_FILES);
        call.path("loanId", self.id());
        call.header("content-type", "application/json").bytes(body);
        call.send_empty().await.map(|_| ())
    }
}

/// Encodes the files of one request, away from the threads that serve everybody else.
async fn write(files: Vec<Measured>, places: &[usize]) -> Result<Bytes, Error> {
    let written = tokio::task::spawn_blocking(|| body::write(files)).await;
    match written {
        Ok(Ok(body)) => Ok(body),
        Ok(Err((at, error))) => Err(refuse(format!(
            "files[{}] can't be read any more: {error}",
            places.get(at).copied().unwrap_or_default()
        ))),
        // It may quote a panic.
        Err(_) => Err(refuse("the request can't be written".to_owned())),
    }
}

fn refuse(problem: String) -> Error {
    CoreError::invalid_request(&operations::UPLOAD_FILES, problem)
}
