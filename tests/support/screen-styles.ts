// Contrast and size are part of what axe and the tests look at.
import '#app/app.css'
