import { pascalOf, titleOf } from './file';

/** The error responses of every operation, in CAMARA's error model. */
const ERROR_RESPONSES = [
  [401, 'The token is missing or invalid'],
  [403, 'The token lacks the scope'],
  [429, 'A rate limit or quota is exceeded'],
] as const;

/** A small OpenAPI file with one operation, in the style of CAMARA; its base path is `/<name>/v0`. */
export function openApiFile(name: string): string {
  return `openapi: 3.0.3
info:
  title: ${titleOf(name)}
  version: 0.1.0
  description: Describe here what the API does.
servers:
  - url: '{apiRoot}/${name}/v0'
    variables:
      apiRoot:
        default: https://localhost
paths:
  /status:
    get:
      operationId: get${pascalOf(name)}Status
      summary: Get the status
      security:
        - openId: ['${name}:read']
      parameters:
        - $ref: '#/components/parameters/x-correlator'
      responses:
        '200':
          description: The status
          headers:
            x-correlator:
              $ref: '#/components/headers/x-correlator'
          content:
            application/json:
              schema:
                type: object
                required: [status]
                properties:
                  status:
                    type: string
                    example: ok
${ERROR_RESPONSES.map(([status]) => `        '${status}':\n          $ref: '#/components/responses/${status}'\n`).join('')}components:
  securitySchemes:
    openId:
      type: openIdConnect
      openIdConnectUrl: https://localhost/.well-known/openid-configuration
  headers:
    x-correlator:
      description: Correlation ID of the call
      schema:
        type: string
  parameters:
    x-correlator:
      name: x-correlator
      in: header
      schema:
        type: string
  responses:
${ERROR_RESPONSES.map(([status, meaning]) => response(status, meaning)).join('')}  schemas:
    ErrorInfo:
      type: object
      required: [status, code, message]
      properties:
        status:
          type: integer
        code:
          type: string
        message:
          type: string
`;
}

function response(status: number, meaning: string): string {
  return `    '${status}':
      description: ${meaning}
      headers:
        x-correlator:
          $ref: '#/components/headers/x-correlator'
      content:
        application/json:
          schema:
            $ref: '#/components/schemas/ErrorInfo'
`;
}
