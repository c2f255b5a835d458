/** Collection `document_files`; `_id` is made of the command: asked for again it is the same file. Kept until `until`, then removed. */
export interface DocumentFile {
  _id: string;
  /** Where it is put; written down before the file is, so that one whose call broke is known, too. */
  cloudPath: string;
  /** Null until it lies there. */
  fileId: string | null;
  fileName: string;
  inputHash: string;
  /** Epoch ms */
  until: number;
}
