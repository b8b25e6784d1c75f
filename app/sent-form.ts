/** Thrown where the body of a request is no form, as only programs send one. */
export class NotAForm extends Error {}

/** The form that was sent. */
export async function sentForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch (error) {
    throw new NotAForm('the body is no form', { cause: error })
  }
}
