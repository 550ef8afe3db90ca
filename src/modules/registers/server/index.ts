export { RegisterRefusal, readRegister } from './intake';
