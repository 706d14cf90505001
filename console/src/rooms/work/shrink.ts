/** A photograph as it is sent: large enough to see the work, small enough for a village's network; upright as it was held. */
const longest = 1600
const quality = 0.82

export async function shrunk(file: Blob): Promise<Blob> {
  try {
    // The camera's note on how it was held is read here, and the picture is turned by it.
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const part = Math.min(1, longest / Math.max(picture.width, picture.height))
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(picture.width * part)), Math.max(1, Math.round(picture.height * part)))
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const small = await canvas.convertToBlob({ type: 'image/jpeg', quality })
    return small.size < file.size ? small : file
  } catch {
    // What this browser cannot draw is sent as it is; the desk knows more kinds.
    return file
  }
}
