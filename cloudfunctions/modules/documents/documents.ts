/** Collection `document_files`; `_id` is made of the command: asked for again it is the same file. Kept until `until`, then removed. */
export interface DocumentFile {
  _id: string;
  fileId: string;
  fileName: string;
  inputHash: string;
  /** Epoch ms */
  until: number;
}
