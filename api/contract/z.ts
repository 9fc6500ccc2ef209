import { extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'

extendZodWithOpenApi(z)

/** All schemas import `z` from here, so that each can carry its name into the OpenAPI document. */
export { z }
