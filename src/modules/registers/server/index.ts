export { readRegister } from './intake';
export { RegisterRefusal } from './register-refusal';
