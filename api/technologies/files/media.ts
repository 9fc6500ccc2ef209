/** What may be attached to evidence. */
export const ofAttachments = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'text/csv',
  'text/plain',
] as const
export type AttachmentMedia = (typeof ofAttachments)[number]

/** How the name of such a file ends. */
export const endings: Record<AttachmentMedia, string> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'text/csv': 'csv',
  'text/plain': 'txt',
}

const others: Record<string, string> = { jpeg: 'jpg', text: 'txt' }

/** The media type that a name's ending stands for; undefined where none may be attached. */
export function mediaOfName(name: string): AttachmentMedia | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return ofAttachments.find((media) => endings[media] === (others[ending] ?? ending))
}
